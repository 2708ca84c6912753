// libxml2's ICU headers clash with Foundation's, so its ICU support is hidden from Swift.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/xpath.h>

static inline void huifang_xml_free(void *pointer) { xmlFree(pointer); }
