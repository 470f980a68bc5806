#!/usr/bin/env bash
# Makes every picture of the README anew with the program that was built: ./lab build && docs/make_pictures.sh
# With ImageMagick's convert they come out at a third of the size.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
zhibei=$PWD/build/bin/zhibei
pictures=$PWD/docs/pictures
[ -x "$zhibei" ] || { echo "make_pictures: please run ./lab build first" >&2; exit 1; }
mkdir -p "$pictures"

# picture NAME PROJECT STEPS LANGUAGE THEME [further options of zhibei shoot]
picture() {
  local out=$pictures/$1.png
  "$zhibei" shoot "$2" --steps "$3" --lang "$4" --theme "$5" --size 1600x1000 --out "$out" "${@:6}" >/dev/null
  if command -v convert >/dev/null; then convert "$out" +dither -colors 200 -strip "png8:$out"; fi
  printf '%4d KB  %s\n' "$(($(stat -c %s "$out") / 1024))" "docs/pictures/$1.png"
}

for language in en zh; do
  picture "spiral-$language" spiral 6000 "$language" light
  picture "digits-$language" digits 2000 "$language" light
  picture "layer-$language" spiral 6000 "$language" light --select dense2
  picture "neurons-$language" xor 1500 "$language" light
  picture "curve-$language" curve 3000 "$language" light
  picture "past-$language" spiral 4000 "$language" light --look-back 900
  picture "inside-$language" lenet 300 "$language" light --inside 'conv1:window:{"map":0,"row":6,"column":17}'
  picture "views-$language" spiral 6000 "$language" light --view grid:dense3
  picture "lesson-$language" 09-cnn:what-mattered 0 "$language" light
  picture "stage-$language" 04-neuron:upside-down 40 "$language" dark --stage --both
  picture "dark-$language" moons 1500 "$language" dark
done
