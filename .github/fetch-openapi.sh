#!/usr/bin/env bash
# Fetches Apple's description of the API, which is not ours to ship, and names it in ASC_OPENAPI for the next steps.
# The tests hold their requests against it.
set -euo pipefail
curl --fail --silent --show-error --location --retry 3 --output "$RUNNER_TEMP/openapi.zip" \
  https://developer.apple.com/sample-code/app-store-connect/app-store-connect-openapi-specification.zip
unzip -q "$RUNNER_TEMP/openapi.zip" '*.json' -d "$RUNNER_TEMP/openapi"
file=$(find "$RUNNER_TEMP/openapi" -name '*.json' -not -path '*/__MACOSX/*' | head -1)
test -s "$file"
echo "ASC_OPENAPI=$file" >> "$GITHUB_ENV"
