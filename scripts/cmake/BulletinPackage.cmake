# The Debian package that `cpack` makes of what `cmake --install` puts in place (scripts/package runs
# it). Dependencies are read from the programs; the version is the project's.
set(BULLETIN_MAINTAINER "The bulletin authors <bulletin@example.org>" CACHE STRING
  "Who answers for the package: NAME <ADDRESS>")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME bulletin)
set(CPACK_PACKAGE_CONTACT "${BULLETIN_MAINTAINER}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "search engine for news bulletins in English and Chinese")
set(CPACK_PACKAGE_DESCRIPTION
  "Indexes archives of news bulletins, finds items by words in either language
and reads the countries and dates in them, both counted as exact facets.
.
bulletin-index writes an index, bulletin-search asks it: on the command line,
in full screen, and over HTTP as a page for people and an API for programs.")
set(CPACK_STRIP_FILES ON)
# Modes do not depend on the umask of who builds.
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "poppler-utils, bash-completion, xapian-tools")
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_PRE_BUILD_SCRIPTS "${CMAKE_CURRENT_LIST_DIR}/debian_places.cmake")
set(CPACK_BULLETIN_SOURCE "${PROJECT_SOURCE_DIR}")
include(CPack)
