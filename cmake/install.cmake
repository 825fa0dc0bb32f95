# What `cmake --install` puts where, and the two ways to find it again: find_package and pkg-config.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/thanbai)

target_include_directories(thanbai INTERFACE $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
install(TARGETS thanbai EXPORT thanbai)
install(DIRECTORY include/thanbai DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN *.h)
install(EXPORT thanbai FILE thanbaiTargets.cmake NAMESPACE thanbai:: DESTINATION ${package_dir})

get_target_property(thanbai_type thanbai TYPE)
configure_package_config_file(cmake/thanbaiConfig.cmake.in thanbaiConfig.cmake
  INSTALL_DESTINATION ${package_dir} NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file(thanbaiConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES
  ${CMAKE_CURRENT_BINARY_DIR}/thanbaiConfig.cmake
  ${CMAKE_CURRENT_BINARY_DIR}/thanbaiConfigVersion.cmake
  cmake/Findre2.cmake
  DESTINATION ${package_dir})

# thanbai.pc finds its prefix from where it lies, so that an installed tree can be moved.
set(pc_dir ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig)
cmake_path(RELATIVE_PATH CMAKE_INSTALL_PREFIX BASE_DIRECTORY ${pc_dir} OUTPUT_VARIABLE pc_to_prefix)
configure_file(cmake/thanbai.pc.in thanbai.pc @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/thanbai.pc
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
