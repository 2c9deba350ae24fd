"""Yuedu 粤读: official Chinese speeches, read, figured, termed and published as a bilingual digest."""
