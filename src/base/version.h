// What this build is called, and the versions of what it writes.
#pragma once

namespace onrecord {

inline constexpr const char* kProgramVersion = "0.1.0";

// The "onrecord" field of `extract --json`.
inline constexpr int kJsonVersion = 1;

// 'onrc' in the header of every archive.
inline constexpr int kApplicationId = 0x6f6e7263;

}  // namespace onrecord
