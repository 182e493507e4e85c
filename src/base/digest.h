// SHA-256 (FIPS 180-4, by libcrypto), for the identity of originals and the soundness of what is
// stored.
#pragma once

#include <string>
#include <string_view>

namespace onrecord {

// 64 lower-case hex digits.
std::string sha256_hex(std::string_view bytes);

// The UID of an original: the first 16 hex digits of its SHA-256 (docs/contract: references).
std::string uid_of(std::string_view original_bytes);

}  // namespace onrecord
