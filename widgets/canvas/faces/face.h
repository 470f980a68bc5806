#pragma once

#include "core/data/dataset.h"
#include "core/layers/layer_kind.h"
#include "core/train/observer.h"

#include <QFont>
#include <QPainter>
#include <QRectF>
#include <QVector>

#include <memory>
#include <span>

namespace zhibei {

class Theme;
enum class Type;

/// What a node's face may look at. Only `theme`, `node` and `kind` are always there.
struct FaceQuery {
    const Theme *theme = nullptr;
    const Node *node = nullptr;
    const LayerKind *kind = nullptr;
    const ValueType *type = nullptr;   ///< of the main output; null while it is unknown
    const Dataset *data = nullptr;
    bool answers = false;              ///< a loss judges this node's value
    const Observation *observation = nullptr;
    const QVector<float> *lossCurve = nullptr;

    /// The node's value for the shown sample, if it has the shape that `type` says; else null.
    const Tensor *output() const;
    /// What another output port gives for the shown sample, whatever its shape; null where there is nothing.
    const Tensor *further(int port) const;
    /// Its values over the plane, [units, resolution, resolution]; else null.
    const Tensor *plane() const;
    /// Data on a line: its values along it, [units, points]; else null.
    const Tensor *along() const;
    /// The decision surface or fitted curve, if this node is the one that gives it; else null.
    const Tensor *surface() const;
    /// What the network says about the shown sample, if this node says it; else empty.
    std::vector<float> prediction() const;
    /// How the node's numbers become a class; None while unknown.
    Decision decision() const;
    int64_t count() const { return type ? type->shape.count() : 0; }
    int rank() const { return type ? type->shape.rank() : 0; }
    bool judged() const { return kind->category == Category::Objective; }

private:
    /// The node's entry in the observation's maps, if it has one of `rank`.
    const Tensor *map(int rank) const;
    /// The objective that observations are made for, if it judges this node.
    const Objective *objective() const;
};

/// One way of drawing a value on a card. Stateless; a new one is one file and one line in face.cpp.
class FaceStyle {
public:
    virtual ~FaceStyle() = default;
    virtual bool suits(const FaceQuery &query) const = 0;
    /// In pixels at 100 %; does not depend on live values.
    virtual QSizeF size(const FaceQuery &query) const = 0;
    /// Takes the card's whole width; else it stands in the middle.
    virtual bool stretches(const FaceQuery &) const { return false; }
    /// Draws the live value; without one, an empty field of the same size.
    virtual void paint(QPainter &painter, const QRectF &area, const FaceQuery &query) const = 0;
};

/// The first style that suits; null for a node without a face.
const FaceStyle *faceStyle(const FaceQuery &query);

/// The theme's type at 100 %: the view scales the canvas as a whole, text included.
QFont canvasFont(const Theme &theme, Type type);

/// Numbers of one map as a picture: signed by the largest magnitude `scale`, or from 0 to `scale` in ink.
QImage signedImage(const Theme &theme, const float *values, int width, int height, float scale);
QImage magnitudeImage(const Theme &theme, const float *values, int width, int height, float scale);
float largestMagnitude(std::span<const float> values);
/// Draws a picture with its pixels kept as pixels.
void drawPixels(QPainter &painter, const QRectF &area, const QImage &image);
/// The field a face stands in before there is anything to show.
void drawEmptyField(QPainter &painter, const QRectF &area, const Theme &theme);

/// The styles, one a file.
const FaceStyle &lossCurveFace();
const FaceStyle &featuresFace();
const FaceStyle &fittedCurveFace();
const FaceStyle &decisionFace();
const FaceStyle &pictureFace();
const FaceStyle &barsFace();
const FaceStyle &heatMapsFace();
const FaceStyle &unitCurvesFace();
const FaceStyle &numberFace();
const FaceStyle &textFace();
const FaceStyle &attentionFace();
const FaceStyle &capsulesFace();
const FaceStyle &stripFace();
const FaceStyle &mosaicFace();

/// Input nodes of few features show one row for each: its map, its name and its port.
constexpr double featureRowHeight = 28;

} // namespace zhibei
