"""The search of the site: a digest to static shards, which assets/search-engine.js reads."""
