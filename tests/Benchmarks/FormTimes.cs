using System.Diagnostics;
using OneVisit.Domain;
using OneVisit.Domain.Eligibility;
using OneVisit.Papers;
using OneVisit.Papers.Forms;

namespace OneVisit.Benchmarks;

/// <summary>
/// How long a form takes from facts to PDF. Goal: 150 ms for the first of a process, 30 ms for each further one. Beside the time by the clock
/// stands the processor's, which other work on the machine hardly lengthens.
/// </summary>
internal static class FormTimes
{
    private const int Times = 60;

    public static void Measure()
    {
        var first = TimeOf("M03", Language.Chinese);
        Console.WriteLine($"first of the process: {first.Ms:0.0} ms, processor {first.Busy:0.0} ms");
        PaperForms.Warm();
        Console.WriteLine($"first after a proof: {TimeOf("M04", Language.Chinese).Ms:0.0} ms");
        foreach (var material in PaperForms.Materials)
            foreach (var reader in (Language[])[Language.Chinese, Language.English])
            {
                var runs = Enumerable.Range(0, Times).Select(_ => TimeOf(material, reader)).ToArray();
                var sorted = runs.Select(run => run.Ms).Order().ToArray();
                Console.WriteLine($"{material} {reader,-8} p50 {sorted[Times / 2]:0.0} ms, p95 {sorted[Times * 95 / 100]:0.0} ms, processor {runs.Average(run => run.Busy):0.0} ms on average, {runs[0].Bytes / 1024} KB, {runs[0].Pages} pages");
            }
    }

    private static (double Ms, double Busy, int Bytes, int Pages) TimeOf(string material, Language reader)
    {
        var (from, busy) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var printed = PaperPress.Print(PaperForms.Fill(material, Facts(reader))!.Paper);
        return (Stopwatch.GetElapsedTime(from).TotalMilliseconds, (Environment.CpuUsage.TotalTime - busy).TotalMilliseconds, printed.Content.Length, printed.Pages);
    }

    private static FormFacts Facts(Language reader) => new()
    {
        Reader = reader, PrintedAt = DateTimeOffset.UnixEpoch, CaseId = "XT20261124-0001", Name = "张桂兰", IdNumber = "370982197001010016", Phone = "13800005678",
        Village = new("史家庄村", "Shijiazhuang Village"), Township = new("翟镇", "Zhai Town"), Services = [new("农村低保", "Rural subsistence allowance")],
        Household = new Household { Members = 4, MonthlyIncome = new(1300), FinancialAssets = new(5000), OwnsCar = false, Homes = 1 },
        Papers = [.. Enumerable.Range(1, 7).Select(number => new ListedPaper(new($"第 {number} 种材料", $"paper {number}"), new("原件", "original"), null))],
        Mandate = new(new("史家庄村代办点", "service point of Shijiazhuang"), new DateOnly(2027, 2, 24)),
    };
}
