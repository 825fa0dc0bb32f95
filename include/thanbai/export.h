// THANBAI_EXPORT: marks what a shared library shows. All else is built hidden.
#pragma once

#if defined(__GNUC__)
#define THANBAI_EXPORT __attribute__((visibility("default")))
#else
#define THANBAI_EXPORT
#endif
