// The library's version, here and nowhere else: CMake reads it from this file.
#pragma once

#define THANBAI_VERSION_MAJOR 0
#define THANBAI_VERSION_MINOR 1
#define THANBAI_VERSION_PATCH 0
#define THANBAI_VERSION "0.1.0"
