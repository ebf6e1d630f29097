# What `cmake --install build/release --prefix P` puts where. The programs look for the dictionary in
# ../share/bulletin beside themselves, so bin and share stay neighbours.

# bulletin_shell_files(bulletin-search) has the program write its manual page and the completion
# scripts at build time. No path of the builder gets into them, and SOURCE_DATE_EPOCH dates the page.
function(bulletin_shell_files program)
  set(share "${PROJECT_BINARY_DIR}/share")
  set(neutral ${CMAKE_COMMAND} -E env --unset=BULLETIN_DB --unset=XDG_CONFIG_HOME --unset=XDG_DATA_HOME
    --unset=XDG_STATE_HOME HOME=~)
  set(outputs)
  foreach(row "--man|man/man1/${program}.1"
              "completion bash|bash-completion/completions/${program}"
              "completion zsh|zsh/site-functions/_${program}"
              "completion fish|fish/vendor_completions.d/${program}.fish")
    string(REGEX MATCH "^([^|]*)[|](.*)$" unused "${row}")
    set(output "${share}/${CMAKE_MATCH_2}")
    string(REPLACE " " ";" arguments "${CMAKE_MATCH_1}")
    get_filename_component(folder "${output}" DIRECTORY)
    file(MAKE_DIRECTORY "${folder}")
    add_custom_command(
      OUTPUT "${output}"
      COMMAND ${neutral} "$<TARGET_FILE:${program}>" ${arguments} > "${output}.new"
      COMMAND ${CMAKE_COMMAND} -E rename "${output}.new" "${output}"
      DEPENDS ${program})
    file(RELATIVE_PATH place "${PROJECT_BINARY_DIR}" "${folder}")
    install(FILES "${output}" DESTINATION "${place}")
    list(APPEND outputs "${output}")
  endforeach()
  add_custom_target(${program}_shell_files ALL DEPENDS ${outputs})
  install(TARGETS ${program} RUNTIME DESTINATION bin)
endfunction()

bulletin_shell_files(bulletin-index)
bulletin_shell_files(bulletin-search)
install(FILES "${PROJECT_BINARY_DIR}/share/bulletin/dictionary" DESTINATION share/bulletin)
install(FILES README.md CHANGELOG.md LICENSE NOTICE DESTINATION share/doc/bulletin)
install(FILES searcher/query/README.md DESTINATION share/doc/bulletin RENAME query.md)
install(FILES indexer/schema/INDEX_FORMAT.md DESTINATION share/doc/bulletin)
install(FILES indexer/cli/MACHINES.md DESTINATION share/doc/bulletin)
if(BULLETIN_HAS_ARCHIVES)
  install(FILES scripts/packaging/lintian-overrides DESTINATION share/lintian/overrides RENAME bulletin)
endif()
install(FILES scripts/packaging/bulletin.service scripts/packaging/bulletin-original@.service
  scripts/packaging/bulletin-replica@.service scripts/packaging/bulletin-shard@.service
  DESTINATION lib/systemd/system)
