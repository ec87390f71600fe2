"""Measurements: speed against jieba alone, memory over many texts, and the time a graph takes to build."""
