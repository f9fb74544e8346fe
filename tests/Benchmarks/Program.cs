using BenchmarkDotNet.Running;
using OneVisit.Benchmarks;

// dotnet run -c Release --project tests/Benchmarks -- chat|case|memory|start|eligibility
switch (args)
{
    case ["chat"]: await Machine.WatchAsync(ChatTurns.MeasureAsync); return 0;
    case ["case"]: await Machine.WatchAsync(CaseCourses.MeasureAsync); return 0;
    case ["memory"]: await Machine.WatchAsync(HostMemory.MeasureAsync); return 0;
    case ["start"]: await Machine.WatchAsync(HostStart.MeasureAsync); return 0;
    case ["eligibility"]: BenchmarkRunner.Run<EligibilityBenchmark>(); return 0;
    default: Console.WriteLine("chat, case, memory, start or eligibility: which? README.md says what each measures."); return 1;
}
