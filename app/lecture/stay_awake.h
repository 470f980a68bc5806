#pragma once

namespace zhibei {

/// Keeps the screen from going dark as long as it lives, where the desktop offers that (org.freedesktop.ScreenSaver).
class StayAwake {
public:
    StayAwake();
    ~StayAwake();
    StayAwake(const StayAwake &) = delete;
    StayAwake &operator=(const StayAwake &) = delete;

private:
    unsigned m_cookie = 0; ///< 0: nobody answered
};

} // namespace zhibei
