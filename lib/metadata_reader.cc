#include "metadata_reader.h"

#include "html_characters.h"

namespace thanbai {
namespace {

using html::Tag;

constexpr std::size_t max_captured_bytes = 200;  // of an element's text; longer is no name or title

}  // namespace

void MetadataReader::read_tag(Tag tag, const html::Tokenizer& tokenizer) {
  const auto value = [&tokenizer](std::string_view name) {
    const html::Attribute* const attribute = tokenizer.attribute(name);
    return attribute == nullptr ? std::string_view() : attribute->value;
  };
  if (tag == Tag::html) {
    metadata_.put_raw(Field::language, PageMetadata::strong, value("lang"));
    metadata_.put_raw(Field::language, PageMetadata::strong, value("xml:lang"));
  } else if (tag == Tag::base) {
    metadata_.put_raw(Field::base, PageMetadata::strong, value("href"));
  } else if (tag == Tag::link) {
    const std::string_view rel = value("rel");
    if (html::name_is(rel, "canonical")) {
      metadata_.put_raw(Field::url, PageMetadata::strong, value("href"));
    } else if (html::name_is(rel, "image_src")) {
      metadata_.put_raw(Field::image, PageMetadata::weak, value("href"));
    }
  } else if (tag == Tag::meta) {
    const std::string_view content = value("content");
    for (const std::string_view name : {"property", "name", "itemprop", "http-equiv"}) {
      const std::string_view key = value(name);
      if (!key.empty()) metadata_.meta(key, content);
    }
  }
}

void MetadataReader::open(Tag tag, const html::ElementAttributes& attributes, std::size_t index) {
  if (tag == Tag::script) is_json_ld_ = html::name_is(attributes.type, "application/ld+json");
  const std::string_view itemprop = attributes.itemprop;
  if (tag == Tag::time && !attributes.datetime.empty()) {
    Field field = Field::published;
    const bool is_named = PageMetadata::field_of_itemprop(itemprop, field);
    metadata_.put_raw(field, is_named ? PageMetadata::shown : PageMetadata::weakest,
                      attributes.datetime);
  } else if (!itemprop.empty()) {
    Field field = Field::author;
    const bool is_author = captured_ != 0 && captured_field_ == Field::author;
    const bool is_name = is_author && html::name_is(itemprop, "name");  // of the author around
    if (is_name || PageMetadata::field_of_itemprop(itemprop, field)) capture(field, index);
  } else if (html::name_is(attributes.rel, "author")) {
    capture(Field::author, index);
  }
}

void MetadataReader::capture(Field field, std::size_t index) {
  captured_ = index;
  captured_field_ = field;
  captured_text_.clear();
}

void MetadataReader::close(std::size_t index) {
  if (captured_ == 0 || captured_ != index) return;
  captured_ = 0;
  if (captured_text_.size() <= max_captured_bytes) {
    metadata_.put(captured_field_, PageMetadata::shown, captured_text_);
  }
}

void MetadataReader::add_text(std::string_view text) {
  if (captured_ == 0 || captured_text_.size() > max_captured_bytes) return;
  captured_text_.append(captured_text_.empty() ? 0 : 1, ' ').append(text);
}

void MetadataReader::add_title(const html::Token& text) {
  std::string decoded;
  metadata_.put(Field::title, PageMetadata::usual,
                html::characters(text.raw, text.reading, decoded));
}

void MetadataReader::add_script(const html::Token& text) {
  if (is_json_ld_) metadata_.read_json_ld(text.raw);
}

}  // namespace thanbai
