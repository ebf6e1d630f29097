# Runs inside cpack, on what has been installed for the package: what Debian wants in other places or
# compressed. Bytes depend on the sources and SOURCE_DATE_EPOCH only.
set(usr "${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr")
set(doc "${usr}/share/doc/bulletin")
set(packaging "${CPACK_BULLETIN_SOURCE}/scripts/packaging")

# The copyright file tells what LICENSE does, and Debian has the text of the GPL.
file(REMOVE "${doc}/LICENSE")
file(READ "${packaging}/copyright.in" copyright)
file(READ "${CPACK_BULLETIN_SOURCE}/NOTICE" notice)
string(REGEX REPLACE "\n+$" "" notice "${notice}")
string(REGEX REPLACE "\n[ \t]*\n" "\n.\n" notice "${notice}")
string(REGEX REPLACE "\n" "\n " notice "${notice}")
string(REPLACE "@NOTICE@" "${notice}" copyright "${copyright}")
file(WRITE "${doc}/copyright" "${copyright}")

# The time of the last change, so that the same sources give the same package.
string(TIMESTAMP date "%a, %d %b %Y %H:%M:%S +0000" UTC)
file(WRITE "${doc}/changelog"
  "bulletin (${CPACK_PACKAGE_VERSION}) unstable; urgency=medium\n\n"
  "  * Version ${CPACK_PACKAGE_VERSION}; CHANGELOG.md tells what is new.\n\n"
  " -- ${CPACK_PACKAGE_CONTACT}  ${date}\n")

file(RENAME "${usr}/share/zsh/site-functions" "${usr}/share/zsh/vendor-completions")
file(GLOB pages "${usr}/share/man/man1/*.1")
execute_process(COMMAND gzip -9n ${pages} "${doc}/changelog" COMMAND_ERROR_IS_FATAL ANY)
file(GLOB_RECURSE files LIST_DIRECTORIES true "${usr}/*")
foreach(path IN LISTS files)
  if(IS_DIRECTORY "${path}" OR path MATCHES "/usr/bin/")
    file(CHMOD "${path}" PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE
      WORLD_READ WORLD_EXECUTE)
  else()
    file(CHMOD "${path}" PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
  endif()
endforeach()
