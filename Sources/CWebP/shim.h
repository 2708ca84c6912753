#include <webp/decode.h>
// The tests write pictures of their own.
#include <webp/encode.h>
