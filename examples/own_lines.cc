// Lines from a caller's own DOM: whoever has parsed the page fills Lines itself.
#include <thanbai/extractor.h>

#include <iostream>
#include <string_view>

struct Node {  // stands for an element of your tree
  std::string_view tag, text, link_text;
};

constexpr Node nodes[] = {
    {"h1", "Cầu mới qua sông được thông xe trước Tết", ""},
    {"p", "Sáng nay, cây cầu dài 1,2 km nối hai huyện đã được đưa vào sử dụng sau hai năm.", ""},
    {"p", "Theo ban quản lý dự án, công trình hoàn thành sớm hơn kế hoạch bốn tháng.", ""},
    {"p", "Người dân hai bên bờ cho biết họ đã chờ đợi ngày này từ rất lâu.", ""},
    {"figcaption", "Xe qua cầu trong ngày đầu. Ảnh: Minh Khôi", ""},
    {"li", "Giá vàng tăng mạnh", "Giá vàng tăng mạnh"},
};

int main() {
  thanbai::Lines lines;
  for (const Node& node : nodes) {
    thanbai::Line line;
    line.text = node.text;  // UTF-8 in NFC, trimmed; must outlive the document
    line.source = {lines.input_bytes, lines.input_bytes + std::uint32_t(node.text.size())};
    line.block = node.tag == "h1"           ? thanbai::Block::heading
                 : node.tag == "figcaption" ? thanbai::Block::caption
                 : node.tag == "li"         ? thanbai::Block::list_item
                                            : thanbai::Block::paragraph;
    line.level = node.tag == "h1" ? 1 : 0;
    line.link_bytes = std::uint32_t(node.link_text.size());
    lines.input_bytes = line.source.end;
    lines.items.push_back(line);
  }
  const auto extractor = thanbai::Extractor::create();
  if (!extractor) return 1;
  const thanbai::Document page = extractor->extract(std::move(lines));
  for (const auto& line : page.lines) std::cout << to_string(line.label) << '\n';
}
