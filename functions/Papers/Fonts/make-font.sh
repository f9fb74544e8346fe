#!/bin/sh
# Makes NotoSansSC-Forms.otf of Debian's fonts-noto-cjk with Debian's fonttools.
# Latin with its accents, Greek, Cyrillic; punctuation, signs and enclosed numbers; bopomofo, forms of full and half width;
# all of GB 18030-2022 level 1, and what the font has of extensions B and beyond.
# Left out are radicals (2E80-2FDF): they share their shapes with characters, and a copied 行 would turn into the radical.
pyftsubset /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc --font-number=2 --output-file="${1:-NotoSansSC-Forms.otf}" \
  --unicodes="20-7E,A0-AC,AE-17F,1CD-1DC,1F8-1F9,251,261,2C7,2C9-2CB,2D9,300-304,30C,370-3CF,400-45F,1E00-1EFF,2010,2012-2027,2030-205E,20AC,2100-214F,2150-218B,2190-21FF,2200-22FF,2460-24FF,2500-25FF,2600-2606,2713-2717,3000-303F,3105-312F,31A0-31BF,3200-33FF,3400-4DBF,4E00-9FFF,F900-FAFF,FE10-FE1F,FE30-FE6F,FF00-FFEF,20000-323AF" \
  --layout-features='' --no-hinting --desubroutinize --drop-tables+=VORG,vhea,vmtx,GPOS,GSUB,BASE --name-IDs='*' --notdef-outline
