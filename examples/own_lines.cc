// Lines from a caller's own DOM: whoever has parsed the page fills Lines itself.
#include <thanbai/extractor.h>

#include <deque>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

struct Element {           // stands for an element of your tree that holds blocks side by side
  std::uint32_t around;    // the number of the one around it, 0 for the page
  std::string_view names;  // its classes, id and role, lower case, then those of the ones around
};
struct Block {  // and this for one that holds text
  std::uint32_t element;
  std::string_view tag, text, link_text;
};

constexpr Element elements[] = {
    {0, ""},                 // 0 is the page itself
    {0, "article content"},  // counted from 1 in the order in which they open
    {0, "related"},
    {2, "list related"},
};
constexpr Block blocks[] = {
    {1, "h1", "Cầu mới qua sông được thông xe trước Tết", ""},
    {1, "p", "Sáng nay, cây cầu dài 1,2 km nối hai huyện đã được đưa vào sử dụng sau hai năm.", ""},
    {1, "p", "Theo ban quản lý dự án, công trình hoàn thành sớm hơn\n kế hoạch bốn tháng.", ""},
    {1, "p", "Người dân hai bên bờ cho biết họ đã chờ đợi ngày này từ rất lâu.", ""},
    {1, "figcaption", "Xe qua cầu trong ngày đầu. Ảnh: Minh Khôi", ""},
    {3, "li", " Giá vàng tăng mạnh ", "Giá vàng tăng mạnh"},
};

int main() {
  thanbai::Lines lines;
  for (const Element& element : elements) lines.containers.push_back(element.around);
  const auto texts = std::make_shared<std::deque<std::string>>();  // whose strings stay in place
  for (const Block& block : blocks) {
    thanbai::Line line;
    line.text = texts->emplace_back(thanbai::clean_line(block.text));
    line.source = {lines.input_bytes, lines.input_bytes + std::uint32_t(block.text.size())};
    line.block = block.tag == "h1"           ? thanbai::Block::heading
                 : block.tag == "figcaption" ? thanbai::Block::caption
                 : block.tag == "li"         ? thanbai::Block::list_item
                                             : thanbai::Block::paragraph;
    line.opens_block = true;
    line.level = line.block == thanbai::Block::heading || line.block == thanbai::Block::list_item;
    line.link_bytes = std::uint32_t(thanbai::clean_line(block.link_text).size());
    line.container = block.element;
    line.outer_container = lines.containers[block.element];
    line.hints = elements[block.element].names;  // must live as long as the document, as these do
    lines.input_bytes = line.source.end;
    lines.items.push_back(line);
  }
  lines.storage = texts;  // which the document shares

  const auto extractor = thanbai::Extractor::create();
  if (!extractor) return 1;
  const thanbai::Document page = extractor->extract(std::move(lines));
  for (const auto& line : page.lines) std::cout << to_string(line.label) << '\n';
}
