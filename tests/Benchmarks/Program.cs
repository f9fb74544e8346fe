using BenchmarkDotNet.Running;
using OneVisit.Benchmarks;

// dotnet run -c Release --project tests/Benchmarks
BenchmarkRunner.Run<EligibilityBenchmark>();
