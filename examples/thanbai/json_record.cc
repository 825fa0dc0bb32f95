// A line of JSON Lines -> its page and its other members. The only user of simdjson.
#include <simdjson.h>

#include <nlohmann/json.hpp>

#include "records.h"

namespace thanbai::program {
namespace {

namespace ondemand = simdjson::ondemand;

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && std::string_view(" \t\r\n").find(text.back()) != text.npos) {
    text.remove_suffix(1);
  }
  return text;
}

/// A value as it is written.
bool written(ondemand::value& value, std::string_view& out) {
  ondemand::json_type type{};
  if (value.type().get(type) != simdjson::SUCCESS) return false;
  if (type == ondemand::json_type::object) {
    ondemand::object object;
    return value.get_object().get(object) == simdjson::SUCCESS &&
           object.raw_json().get(out) == simdjson::SUCCESS;
  }
  if (type == ondemand::json_type::array) {
    ondemand::array array;
    return value.get_array().get(array) == simdjson::SUCCESS &&
           array.raw_json().get(out) == simdjson::SUCCESS;
  }
  out = trimmed(value.raw_json_token());
  return true;
}

void fail(Record& record, const char* code, std::string message) {
  record.page.clear();
  record.error_code = code;
  record.message = std::move(message);
}

}  // namespace

void parse_json_record(const RecordFlags& flags, Record& record) {
  if (!record.error_code.empty()) return;
  const simdjson::padded_string line(record.page);
  // Once to see that all of it is JSON, once for members as they are written.
  simdjson::dom::parser checker;
  const auto checked = checker.parse(line);
  if (checked.error() != simdjson::SUCCESS || !checked.is_object()) {
    const char* const why = checked.error() != simdjson::SUCCESS
                                ? simdjson::error_message(checked.error())
                                : "not an object";
    return fail(record, "bad_json", why);
  }
  std::string text;
  std::string html;
  bool has_text = false;
  bool has_html = false;
  ondemand::parser parser;
  ondemand::document document;
  ondemand::object object;
  bool good = parser.iterate(line).get(document) == simdjson::SUCCESS &&
              document.get_object().get(object) == simdjson::SUCCESS;
  if (good) {
    for (auto member : object) {
      ondemand::field field;
      std::string_view key;
      good = std::move(member).get(field) == simdjson::SUCCESS &&
             field.unescaped_key().get(key) == simdjson::SUCCESS;
      if (!good) break;
      const std::string name(key);
      ondemand::value& value = field.value();
      ondemand::json_type type{};
      good = value.type().get(type) == simdjson::SUCCESS;
      std::string_view bytes;
      if (good && type == ondemand::json_type::string &&
          (name == flags.text_field || name == flags.html_field)) {
        good = value.get_string().get(bytes) == simdjson::SUCCESS;
        const bool is_html = name == flags.html_field;
        (is_html ? html : text) = bytes;
        (is_html ? has_html : has_text) = true;
      } else if (good) {
        good = written(value, bytes);
        if (name == "article" || name == "error") continue;  // of an earlier run: ours replace them
        if (!record.fields.empty()) record.fields += ',';
        record.fields += nlohmann::json(name).dump() + ':';
        record.fields += bytes;
      }
      if (!good) break;
    }
  }
  if (!good) {
    record.fields.clear();
    return fail(record, "bad_json", "cannot be read");
  }
  if (!has_text && !has_html) {
    return fail(record, "no_page", "neither " + flags.text_field + " nor " + flags.html_field);
  }
  record.form = has_html && !html.empty() ? From::html : From::text;
  record.page = record.form == From::html ? std::move(html) : std::move(text);
}

}  // namespace thanbai::program
