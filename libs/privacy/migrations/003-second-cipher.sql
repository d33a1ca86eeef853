-- A Huiyin that knows only the first cipher cannot open what is sealed from now on: it refuses this schema at its start.
COMMENT ON COLUMN privacy.subject_key.wrapped IS
  'one byte for the cipher (1: AES-256-GCM, 2: ChaCha20-Poly1305), nonce, ciphertext, tag';
