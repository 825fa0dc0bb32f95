# run(command...): runs it, and ends the test with its output if it fails.
function(run)
  execute_process(COMMAND ${ARGV} RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT result EQUAL 0)
    list(JOIN ARGV " " command)
    message(FATAL_ERROR "failed (${result}): ${command}\n${output}")
  endif()
endfunction()

# The settings of every build a test makes. Debug: these tests ask whether it links, not how fast.
set(settings -G ${GENERATOR} -D CMAKE_BUILD_TYPE=Debug -D CMAKE_CXX_COMPILER=${CXX}
  -D CMAKE_CXX_COMPILER_LAUNCHER=${LAUNCHER} -D CMAKE_INSTALL_LIBDIR=lib)
if(KIND STREQUAL shared)
  list(APPEND settings -D BUILD_SHARED_LIBS=ON)
endif()
