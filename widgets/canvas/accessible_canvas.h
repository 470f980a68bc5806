#pragma once

namespace zhibei {

/// Lets screen readers see every node of a NetworkView as a child with a name, a description and a place. Doing it
/// twice is harmless.
void installCanvasAccessibility();

} // namespace zhibei
