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

}  // namespace thanbai::test
