"""An invented world in articles/: what `rashomon report --example` reads, and in expected.toml what it should find there."""
