#pragma once

#include "core/data/data_source.h"

namespace zhibei {

/// A table of bytes in the IDX format of the MNIST files: 0, 0, type, rank, then big-endian extents, then the numbers.
/// Only unsigned bytes (type 8) are read, packed with gzip or not. See yann.lecun.com/exdb/mnist.
struct IdxFile {
    std::vector<int64_t> extents; ///< outermost first; at least one
    std::vector<unsigned char> bytes;
};

/// Throws DataError for anything that is not exactly such a file. Memory grows with what is really in the file, not
/// with what its header claims.
IdxFile readIdx(const std::string &path);

/// Pictures (rank 3: count × height × width, rank 4: count × channels × height × width, rank 2: count × numbers) and
/// their class indices (rank 1), scaled to 0 … 1; read a piece at a time, paged from disk where they are many. Throws
/// DataError if the two files do not belong together.
Dataset readPictures(const std::string &images, const std::string &labels);

/// The four files named as those of MNIST (train-images-idx3-ubyte.gz, … t10k-labels-idx1-ubyte.gz) of a folder: the
/// first `trainSamples` of the training part, then the test part.
Dataset readPictureParts(const std::string &folder, int64_t trainSamples);

} // namespace zhibei
