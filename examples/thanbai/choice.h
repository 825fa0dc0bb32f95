// An option whose value is one of a few names; any other is wrong usage.
#pragma once

#include <CLI/CLI.hpp>
#include <map>
#include <string>

namespace thanbai::program {

template <class T>
CLI::Option* add_choice(CLI::App& app, const std::string& name, T& value,
                        const std::map<std::string, T>& names, const std::string& description) {
  return app
      .add_option_function<std::string>(
          name, [&value, &names](const std::string& chosen) { value = names.at(chosen); },
          description)
      ->type_name("NAME")
      ->check(CLI::IsMember(&names));
}

}  // namespace thanbai::program
