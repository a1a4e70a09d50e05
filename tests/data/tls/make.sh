#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Made once, with OpenSSL 3; run it again to make all of them anew. These certificates and keys are
# for the tests on 127.0.0.1: everybody has them, they prove nothing and are worth nothing.
#
#   ca.pem             the authority the tests trust when they say so
#   server.*           for localhost, 127.0.0.1 and ::1, signed by it
#   expired.*          the same, but only for a day long ago
#   elsewhere.*        for another host's name, signed by it
#   self-signed.*      for localhost, 127.0.0.1 and ::1, signed by nobody else
#   not-a-certificate.pem   words
set -eu
cd "$(dirname "$(readlink -f "$0")")"
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT

here='DNS:localhost,IP:127.0.0.1,IP:::1'
always=(-startdate 20200101000000Z -enddate 21200101000000Z) # tests must not rot

cat >"$work/ca.conf" <<CONF
[ca]
default_ca = tests
[tests]
database = $work/index
serial = $work/serial
new_certs_dir = $work
default_md = sha256
policy = any
unique_subject = no
[any]
commonName = supplied
CONF
: >"$work/index"
echo 01 >"$work/serial"

# make NAME COMMON-NAME EXTENSIONS ARGUMENTS-OF-openssl-ca…: NAME.pem and NAME.key
make() {
  local name=$1 common_name=$2 extensions=$3
  shift 3
  openssl ecparam -name prime256v1 -genkey -noout | openssl pkcs8 -topk8 -nocrypt -out "$name.key"
  openssl req -new -key "$name.key" -subj "/CN=$common_name" -out "$work/$name.csr"
  printf '%b' "$extensions" >"$work/$name.ext"
  openssl ca -batch -notext -config "$work/ca.conf" -extfile "$work/$name.ext" \
    -in "$work/$name.csr" -out "$name.pem" "$@"
}

by_ca=(-cert ca.pem -keyfile "$work/ca.key")
serves='basicConstraints=critical,CA:FALSE\nkeyUsage=digitalSignature\nextendedKeyUsage=serverAuth\n'

make ca 'Roadloom test authority' 'basicConstraints=critical,CA:TRUE\nkeyUsage=keyCertSign,cRLSign\n' \
  -selfsign -keyfile ca.key "${always[@]}"
mv ca.key "$work/ca.key" # nobody needs it any more
make server localhost "${serves}subjectAltName=$here\n" "${by_ca[@]}" "${always[@]}"
make expired localhost "${serves}subjectAltName=$here\n" "${by_ca[@]}" \
  -startdate 20200101000000Z -enddate 20200102000000Z
make elsewhere elsewhere.test "${serves}subjectAltName=DNS:elsewhere.test\n" "${by_ca[@]}" "${always[@]}"
make self-signed localhost "${serves}subjectAltName=$here\n" -selfsign -keyfile self-signed.key "${always[@]}"
echo 'These are words.' >not-a-certificate.pem
