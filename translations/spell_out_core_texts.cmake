# cmake -DSOURCE=<source tree> -DOUT=<folder> -P spell_out_core_texts.cmake
# Copies the sources of core, widgets and app to OUT with ZB_TEXT( replaced by the macro that lupdate knows.
file(REMOVE_RECURSE ${OUT})
foreach(room core widgets app)
  file(GLOB_RECURSE sources RELATIVE ${SOURCE} ${SOURCE}/${room}/*.cpp ${SOURCE}/${room}/*.h)
  foreach(source ${sources})
    if(NOT source STREQUAL "core/text.h")
      file(READ ${SOURCE}/${source} content)
      string(REPLACE "ZB_TEXT(" "QT_TRANSLATE_NOOP(\"core\", " content "${content}")
      file(WRITE ${OUT}/${source} "${content}")
    endif()
  endforeach()
endforeach()
