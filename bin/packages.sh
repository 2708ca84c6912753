# What both commands need from Debian; sourced by bin/serve and bin/test.

# The compiler's own needs, what its linker wants, and the libraries that the application is built against.
build_packages=(
    ca-certificates git pkg-config
    gcc libc6-dev libstdc++-12-dev libcurl4 libncurses6
    libsodium-dev libsqlite3-dev libxml2-dev zlib1g-dev
    libturbojpeg0-dev libspng-dev libwebp-dev libqrencode-dev
)

# Says what is wrong and ends.
fail() {
    echo "$1" >&2
    exit 1
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        fail "Only root can do this, and there is no sudo: $*"
    fi
}

# Installs those of the named packages that are missing; asks apt for nothing when none is.
install_missing() {
    local installed package missing=()
    command -v apt-get >/dev/null || fail "This is not Debian. Install what stands for these packages: $*"
    installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null || true)
    for package in "$@"; do
        grep -qx "$package installed" <<<"$installed" || missing+=("$package")
    done
    [ ${#missing[@]} = 0 ] && return
    echo "Installing ${missing[*]}"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq update
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install --no-install-recommends "${missing[@]}" >/dev/null
}

require_swift() {
    command -v swift >/dev/null || fail "There is no swift on the PATH. Install Swift 6.3 or later: https://www.swift.org/install/"
}
