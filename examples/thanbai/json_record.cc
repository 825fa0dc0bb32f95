// A line of JSON Lines -> its page and its other members, those as they are written, so that no
// number is rounded and no integer too large. simdjson finds the tokens; those it would skip
// unread are looked at, so that nothing but JSON is passed through.
#include <simdjson.h>

#include <optional>

#include "json_text.h"
#include "json_token.h"
#include "records.h"

namespace thanbai::program {
namespace {

namespace ondemand = simdjson::ondemand;
using Type = ondemand::json_type;

constexpr int deepest = 1000;  // levels of arrays and objects, near simdjson's own limit
constexpr std::size_t kept_capacity = std::size_t{16} << 20;  // of a parser, in bytes

std::string_view token_of(ondemand::value& value) {
  const std::string_view token = value.raw_json_token();  // up to where the next one begins
  return token.substr(0, token.find_last_not_of(" \t\r\n") + 1);
}

/// A member's name as it is written, with its quotes. Ask before the name is unescaped.
std::string_view name_of(ondemand::field& field) {
  const char* const begin = field.key().raw() - 1;
  const char* const end = field.value().raw_json_token().data();
  const std::string_view name(begin, static_cast<std::size_t>(end - begin));
  return name.substr(0, name.find_last_not_of(" \t\r\n:") + 1);
}

/// Whether each member or item can be read and `check` is true of it.
template <class Item, class Container, class Check>
bool each(Container& container, const Check& check) {
  for (auto result : container) {
    Item item;
    if (std::move(result).get(item) != simdjson::SUCCESS || !check(item)) return false;
  }
  return true;
}

/// Whether a value is JSON to its depth. Consumes objects and arrays.
bool is_json(ondemand::value value, int depth) {
  Type type{};
  if (depth > deepest || value.type().get(type) != simdjson::SUCCESS) return false;
  if (type == Type::object) {
    ondemand::object object;
    return value.get_object().get(object) == simdjson::SUCCESS &&
           each<ondemand::field>(object, [&](ondemand::field& field) {
             return has_json_escapes(name_of(field)) && is_json(field.value(), depth + 1);
           });
  }
  if (type == Type::array) {
    ondemand::array array;
    return value.get_array().get(array) == simdjson::SUCCESS &&
           each<ondemand::value>(array,
                                 [&](ondemand::value& item) { return is_json(item, depth + 1); });
  }
  const std::string_view token = token_of(value);
  if (type == Type::string) {
    // A string that is not consumed, but has a colon behind it, would be skipped as a member.
    simdjson::ondemand::raw_json_string consumed;
    return has_json_escapes(token) &&
           value.get_raw_json_string().get(consumed) == simdjson::SUCCESS;
  }
  if (type == Type::number) return is_json_number(token);
  return token == "true" || token == "false" || token == "null";
}

class JsonParser : public RecordParser {
 public:
  explicit JsonParser(const RecordFlags& flags) : flags_(flags) {
    add_string(flags.id_field, id_name_);
  }

  void parse(const Chunk& chunk, const RawRecord& raw, Record& record) override {
    record = Record();
    record.charset = "UTF-8";
    id_ = text_ = html_ = url_ = std::string_view();
    const std::string_view line(chunk.bytes.data() + raw.begin, raw.size);
    if (raw.too_large) {
      record.fail_too_large(flags_.max_bytes);
    } else if (const char* const problem = read(line, record.fields); *problem != '\0') {
      record.fields.clear();
      record.fail("bad_json", problem);
    } else if (text_.data() == nullptr && html_.data() == nullptr) {
      record.fail("no_page", "neither " + flags_.text_field + " nor " + flags_.html_field);
    }
    record.form = html_.empty() ? From::text : From::html;
    record.page = html_.empty() ? text_ : html_;
    record.url = url_;
    const bool has_id = !record.fields.empty() && !id_.empty();
    if (record.state == Record::State::failed && !has_id) {  // whoever reads errors looks for it
      record.fields.insert(0, record.fields.empty() ? "" : ",");
      record.fields.insert(0, id_name_ + ':' + std::string(id_.empty() ? "null" : id_));
    }
  }

 private:
  /// Finds what we need in a line, and adds the other members to `fields`. Gives what is wrong with
  /// the line, or nothing.
  const char* read(std::string_view line, std::string& fields) {
    if (parser_.capacity() > kept_capacity) parser_ = ondemand::parser();
    ondemand::document document;
    ondemand::object object;
    const simdjson::padded_string_view padded(line, line.size() + simdjson::SIMDJSON_PADDING);
    simdjson::error_code error = parser_.iterate(padded).get(document);
    if (error == simdjson::SUCCESS) error = document.get_object().get(object);
    if (error == simdjson::INCORRECT_TYPE) return "not an object";
    if (error != simdjson::SUCCESS) return simdjson::error_message(error);
    const bool good = each<ondemand::field>(
        object, [&](ondemand::field& field) { return take(document, field, fields); });
    const char* rest = nullptr;
    if (!good || document.current_location().get(rest) != simdjson::OUT_OF_BOUNDS) {
      return "not JSON all through";
    }
    return "";
  }

  /// False if the member is not JSON.
  bool take(ondemand::document& document, ondemand::field& field, std::string& fields) {
    const std::string_view token = name_of(field);
    if (!has_json_escapes(token)) return false;
    std::string_view name = token.substr(1, token.size() - 2);
    if (name.find('\\') != name.npos) {
      if (!unescape_json(token, name_)) return false;
      name = name_;
    }
    ondemand::value& value = field.value();
    Type type{};
    if (value.type().get(type) != simdjson::SUCCESS) return false;
    if (type == Type::string && name == flags_.text_field) return take(value, text_, mended_text_);
    if (type == Type::string && name == flags_.html_field) return take(value, html_, mended_html_);
    std::string_view written = token_of(value);
    if (!is_json(value, 0)) return false;
    if (type == Type::object || type == Type::array) {
      const char* end = nullptr;
      if (document.current_location().get(end) != simdjson::SUCCESS) return false;
      written = {written.data(), static_cast<std::size_t>(end - written.data())};
      written = written.substr(0, written.find_last_of("]}") + 1);
    }
    if (name == flags_.id_field) id_ = written;
    if (type == Type::string && name == flags_.url_field && !take(value, url_, mended_url_)) {
      return false;
    }
    if (name == "article" || name == "error") return true;  // of an earlier run: ours replace them
    if (!fields.empty()) fields += ',';
    fields += token;
    fields += ':';
    fields += written;
    return true;
  }

  /// The text of a string; `mended` is room for one that simdjson does not take.
  static bool take(ondemand::value& value, std::string_view& text, std::string& mended) {
    const std::string_view token = token_of(value);
    if (value.get_string().get(text) == simdjson::SUCCESS) return true;
    if (!unescape_json(token, mended)) return false;
    text = mended;
    return true;
  }

  const RecordFlags& flags_;
  std::string id_name_;
  ondemand::parser parser_;
  std::string_view id_;    // as it is written
  std::string_view text_;  // without data() if there was none
  std::string_view html_;
  std::string_view url_;
  std::string name_;
  std::string mended_text_;
  std::string mended_html_;
  std::string mended_url_;
};

}  // namespace

std::unique_ptr<RecordParser> json_parser(const RecordFlags& flags) {
  return std::make_unique<JsonParser>(flags);
}

}  // namespace thanbai::program
