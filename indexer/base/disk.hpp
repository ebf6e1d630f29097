// What the disk did: bringing files to it, and what a person can do when it refuses.

#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <system_error>

namespace bulletin {

/// Returns the next step after the disk has refused with `error`, or nothing where there is none to
/// name.
[[nodiscard]] std::string next_step_after(const std::error_code& error);

/// The same by the words in which the system names the error, somewhere in `message`.
[[nodiscard]] std::string next_step_after(const std::string& message);

/// Throws `Error{kInternal}`: "cannot `attempt`: cause", with the next step.
[[noreturn]] void throw_disk_error(const std::string& attempt, const std::error_code& error);

/// Returns the error of the last system call.
[[nodiscard]] std::error_code last_disk_error();

/// Lets this program have `wanted` files open at once, as far as the system allows; returns how
/// many it may have, `wanted` where that cannot be told.
std::size_t allow_open_files(std::size_t wanted);

/// Brings a file, or the names in a folder, to disk. Throws as throw_disk_error() does: what could
/// not be brought there must not come into use.
void sync_to_disk(const std::filesystem::path& path);

/// Brings a folder to disk with all that lies in it.
void sync_folder_to_disk(const std::filesystem::path& folder);

/// Copies the regular files in `from`, but for the one called `left_out`, into the folder `to`,
/// which is there. Where the file system can share their blocks nothing is written. Not durable.
/// Throws as above.
void copy_files(const std::filesystem::path& from, const std::filesystem::path& to,
                const std::string& left_out);

}  // namespace bulletin
