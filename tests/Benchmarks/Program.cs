using BenchmarkDotNet.Running;
using OneVisit.Benchmarks;
using OneVisit.Benchmarks.Durable;

// dotnet run -c Release --project tests/Benchmarks -- chat|case|case-slow|memory|start|durable|durable-aged|waiting|turns|crash|queue|fold|statistics|directory|eligibility|interview|understanding|forms|registries|places
switch (args)
{
    case ["chat"]: await Machine.WatchAsync(ChatTurns.MeasureAsync); return 0;
    case ["case"]: await Machine.WatchAsync(CaseCourses.MeasureAsync); return 0;
    case ["case-slow"]: await Machine.WatchAsync(CaseCourses.MeasureSlowAsync); return 0;
    case ["memory"]: await Machine.WatchAsync(HostMemory.MeasureAsync); return 0;
    case ["start"]: await Machine.WatchAsync(HostStart.MeasureAsync); return 0;
    case ["durable"]: await Machine.WatchAsync(DurableLoad.MeasureFreshAsync); return 0;
    case ["durable-aged"]: await Machine.WatchAsync(DurableLoad.MeasureAgedAsync); return 0;
    case ["waiting"]: await Machine.WatchAsync(WaitingInstances.MeasureAsync); return 0;
    case ["waiting-restart", var folder]: await WaitingInstances.RestartAsync(folder); return 0;
    case ["turns"]: await Machine.WatchAsync(BotTurns.MeasureAsync); return 0;
    case ["crash", .. var wishes]: return await Crash.RunAsync(wishes);
    case ["queue"]: await Machine.WatchAsync(Reach.MeasureQueueAsync); return 0;
    case ["fold"]: Reach.MeasureFold(); return 0;
    case ["statistics"]: await Machine.WatchAsync(StatisticsReach.MeasureAsync); return 0;
    case ["directory"]: await Machine.WatchAsync(DirectoryTimes.MeasureAsync); return 0;
    case ["understanding"]: UnderstandingReport.Print(); BenchmarkRunner.Run<UnderstandingBenchmark>(); return 0;
    case ["understanding", "report"]: UnderstandingReport.Print(); return 0;
    case ["interview"]: InterviewReport.Print(); return 0;
    case ["forms"]: FormTimes.Measure(); return 0;
    case ["registries"]: await Machine.WatchAsync(RegistryTimes.MeasureAsync); return 0;
    case ["places"]: PlaceTimes.Measure(); return 0;
    case ["eligibility"]: BenchmarkRunner.Run<EligibilityBenchmark>(); return 0;
    default: Console.WriteLine("chat, case, case-slow, memory, start, durable, durable-aged, waiting, turns, queue, fold, statistics, directory, eligibility, interview, understanding, forms, registries or places: which? README.md says what each measures."); return 1;
}
