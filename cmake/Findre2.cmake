# Findre2: the target re2::re2, from RE2's own CMake package where there is one, else from re2.pc,
# which is all that Debian 12 has. Installed with thanbai, whose static library needs it too.
if(NOT TARGET re2::re2)
  find_package(re2 CONFIG QUIET)
endif()
if(NOT TARGET re2::re2)
  find_package(PkgConfig QUIET)
  if(PkgConfig_FOUND)
    pkg_check_modules(re2_pc QUIET IMPORTED_TARGET re2)
  endif()
  if(TARGET PkgConfig::re2_pc)
    add_library(re2::re2 INTERFACE IMPORTED)
    target_link_libraries(re2::re2 INTERFACE PkgConfig::re2_pc)
  endif()
endif()

if(TARGET re2::re2)
  set(re2_target re2::re2)
endif()
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(re2 REQUIRED_VARS re2_target
  REASON_FAILURE_MESSAGE "install libre2-dev (Debian, Ubuntu), re2-devel (Fedora) or re2")
