#!/bin/sh
# Makes the videos (H.264 and AAC) and the PNGs in __tests__/fixtures with ffmpeg. The tests do not need ffmpeg: run this
# only to change a fixture, and commit what it makes. Plain colours keep each video below 150 KB.
set -eu
cd "$(dirname "$0")/../__tests__/fixtures"

# video NAME SIZE FRAMES_A_SECOND SECONDS [OPTION…]: a video of one colour with silent stereo sound.
video() {
  name=$1 size=$2 rate=$3 seconds=$4
  shift 4
  ffmpeg -v error -y \
    -f lavfi -i "color=c=0x336699:s=$size:r=$rate:d=$seconds" \
    -f lavfi -i "anullsrc=r=44100:cl=stereo:d=$seconds" \
    -c:v libx264 -preset fast -crf 40 -g 600 -pix_fmt yuv420p -c:a aac -b:a 16k \
    -fflags +bitexact -flags:v +bitexact -flags:a +bitexact -map_metadata -1 "$@" "$name"
}

video iphone.mp4 886x1920 30 16 -movflags +faststart
video desktop.mov 1920x1080 24 15
video ipad-97-ntsc.m4v 900x1200 30000/1001 20
video rotated-source.mp4 1920x886 30 15
ffmpeg -v error -y -i rotated-source.mp4 -c copy -metadata:s:v rotate=90 -fflags +bitexact rotated.mp4
rm rotated-source.mp4

video short.mp4 886x1920 30 10
video long.mp4 886x1920 24 31
video almost-long-enough.mp4 886x1920 30 14.95
video sixty-frames.mp4 886x1920 60 15
video silent.mp4 886x1920 30 15 -an
video mono.mp4 886x1920 30 15 -ac 1
video fragmented.mp4 886x1920 30 15 -movflags +frag_keyframe+empty_moov+default_base_moof
video hevc.mp4 886x1920 24 15 -c:v libx265 -x265-params log-level=none
ffmpeg -v error -y -f lavfi -i anullsrc=r=44100:cl=stereo:d=15 -c:a aac -b:a 16k -fflags +bitexact sound-only.mp4

# png FILTER FORMAT ANSWER [ALPHA]: a test picture in which every row has the filter of PNG.
mkdir -p png
png() {
  ffmpeg -v error -y -f lavfi -i "testsrc=size=64x48,format=rgba${4:+,colorchannelmixer=aa=$4},format=$2" \
    -frames:v 1 -pred "$1" -c:v png "png/$1-$2-$3.png"
}

for filter in none sub up avg paeth mixed; do
  for format in rgba rgba64be ya8 ya16be; do png $filter $format opaque; done
  for format in rgba ya16be; do png $filter $format transparent 0.99; done
done
