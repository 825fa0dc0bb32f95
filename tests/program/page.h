// One made-up page with the usual blocks, for tests that need a page but not a particular one.
#pragma once

namespace thanbai::test {

inline constexpr const char* page_title = "Cầu mới qua sông Trà được thông xe trước Tết";

inline constexpr const char* page =
    "Trang chủ\n"
    "Thời sự\n"
    "Cầu mới qua sông Trà được thông xe trước Tết\n"
    "Thứ hai, 13/01/2025 08:30\n"
    "\n"
    "Cây cầu dài 1,2 km nối hai huyện đã được đưa vào sử dụng sáng nay, sớm hơn kế hoạch bốn "
    "tháng.\n"
    "\n"
    "Sáng 13/1, hàng trăm người dân đã có mặt ở hai đầu cầu từ rất sớm để chờ giờ thông xe. Theo "
    "ban quản lý dự án, công trình có tổng vốn đầu tư hơn 900 tỷ đồng, khởi công từ tháng 3 năm "
    "2023.\n"
    "\n"
    "Trước khi có cầu, học sinh của xã phải đi đò mỗi ngày hai lượt. Vào mùa nước lũ, nhiều em "
    "phải nghỉ học cả tuần vì đò không thể qua sông.\n"
    "\n"
    "Chủ tịch huyện cho biết tuyến đường dẫn dài 4 km sẽ được hoàn thành trong quý hai, khi đó "
    "thời gian đi từ trung tâm huyện tới quốc lộ chỉ còn mười lăm phút.\n"
    "\n"
    "Tin liên quan\n"
    "Giá vàng tăng mạnh phiên đầu tuần\n"
    "Đội tuyển hội quân chuẩn bị cho vòng loại\n"
    "(0) Bình luận\n";

/// The same as HTML; what it declares agrees with what it shows.
inline constexpr const char* html_page =
    "<!DOCTYPE html><html lang=vi><head><meta charset=utf-8>\n"
    "<title>Cầu mới qua sông Trà được thông xe trước Tết | Báo Ví Dụ</title>\n"
    "<link rel=canonical href=\"https://vidu.example/cau-moi\">\n"
    "<meta property=og:site_name content=\"Báo Ví Dụ\">\n"
    "<meta property=og:image content=\"https://vidu.example/cau.jpg\">\n"
    "<meta property=article:modified_time content=\"2025-01-14T09:00:00+07:00\">\n"
    "<meta name=author content=\"Lê Thị Ví\"></head><body>\n"
    "<nav><a href=/>Trang chủ</a> <a href=/thoi-su>Thời sự</a></nav><article>\n"
    "<h1>Cầu mới qua sông Trà được thông xe trước Tết</h1>\n"
    "<p class=date>Thứ hai, 13/01/2025 08:30</p>\n"
    "<p><b>Cây cầu dài 1,2 km nối hai huyện đã được đưa vào sử dụng sáng nay, sớm hơn kế hoạch bốn "
    "tháng.</b></p>\n"
    "<p>Sáng 13/1, hàng trăm người dân đã có mặt ở hai đầu cầu từ rất sớm để chờ giờ thông xe. "
    "Theo <a href=\"/du-an?a=1&amp;b=2\">ban quản lý dự án</a>, công trình có tổng vốn đầu tư hơn "
    "900 tỷ đồng, khởi công từ tháng 3 năm 2023.</p>\n"
    "<p>Trước khi có cầu, học sinh của xã phải đi đò mỗi ngày hai lượt. Vào mùa nước lũ, nhiều em "
    "phải nghỉ học cả tuần vì đò không thể qua sông.</p>\n"
    "<p>Chủ tịch huyện cho biết tuyến đường dẫn dài 4 km sẽ được hoàn thành trong quý hai, khi đó "
    "thời gian đi từ trung tâm huyện tới quốc lộ chỉ còn mười lăm phút.</p>\n"
    "</article><aside><h3>Tin liên quan</h3><ul>\n"
    "<li><a href=/1>Giá vàng tăng mạnh phiên đầu tuần</a>\n"
    "<li><a href=/2>Đội tuyển hội quân chuẩn bị cho vòng loại</a></ul></aside>\n"
    "</body></html>\n";

}  // namespace thanbai::test
