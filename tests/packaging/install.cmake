# Builds the library of one KIND and installs it into WORK/prefix, which is made anew.
cmake_minimum_required(VERSION 3.25)
include(${CMAKE_CURRENT_LIST_DIR}/run.cmake)
file(REMOVE_RECURSE ${WORK}/prefix)
run(${CMAKE_COMMAND} -S ${SOURCE} -B ${WORK}/library ${settings}
  -D THANBAI_TESTS=OFF -D THANBAI_BENCH=OFF -D THANBAI_EXAMPLES=OFF)
run(${CMAKE_COMMAND} --build ${WORK}/library)
run(${CMAKE_COMMAND} --install ${WORK}/library --prefix ${WORK}/prefix)
