# The engine once more for newer processors. The loader looks into glibc-hwcaps/ beside the plain library and takes the best
# that the machine can run; everything else is built for any machine.
set(levels)
if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  set(levels x86-64-v3 x86-64-v4) # AVX2 with fused multiply-add; AVX-512
endif()

# Where the engine computes. What the other folders hold is compiled once: it takes no time, and data must be the same everywhere.
get_target_property(sources zhibei_core SOURCES)
get_target_property(libraries zhibei_core LINK_LIBRARIES)
set(computing ${sources})
list(FILTER computing INCLUDE REGEX "/core/(tensor|ops|program|train)/")
list(REMOVE_ITEM sources ${computing})
add_library(zhibei_core_rest OBJECT ${sources})
set_target_properties(zhibei_core PROPERTIES SOURCES "${computing}")
set(engines zhibei_core)
foreach(level ${levels})
  add_library(zhibei_core_${level} SHARED ${computing})
  set_target_properties(zhibei_core_${level} PROPERTIES OUTPUT_NAME zhibei_core
    LIBRARY_OUTPUT_DIRECTORY ${CMAKE_LIBRARY_OUTPUT_DIRECTORY}/glibc-hwcaps/${level})
  target_compile_options(zhibei_core_${level} PRIVATE -march=${level})
  install(TARGETS zhibei_core_${level} DESTINATION lib/zhibei/glibc-hwcaps/${level})
  list(APPEND engines zhibei_core_${level})
endforeach()
install(TARGETS zhibei_core DESTINATION lib/zhibei)

foreach(part zhibei_core_rest ${engines})
  # A kernel may be inlined although the library exports it, and no inline function of the program is taken for the engine's.
  set_target_properties(${part} PROPERTIES LINK_LIBRARIES "${libraries}" POSITION_INDEPENDENT_CODE ON VISIBILITY_INLINES_HIDDEN ON)
  target_compile_options(${part} PRIVATE -fno-semantic-interposition)
endforeach()
foreach(engine ${engines})
  target_sources(${engine} PRIVATE $<TARGET_OBJECTS:zhibei_core_rest>)
endforeach()
