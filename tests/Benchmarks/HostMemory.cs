using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using OneVisit.Contracts;
using OneVisit.EndToEnd.Tests;
using OneVisit.Local.Host;

namespace OneVisit.Benchmarks;

/// <summary>
/// What the host needs when 1,000 cases are open: submitted over the API by 1,000 residents, each on the agent's desk, then after a start
/// anew on the same folder. Every time also after the agent has asked for the whole list. Goal: host under 400 MB. Linux only.
/// </summary>
internal static class HostMemory
{
    private const int Cases = 1000;
    private const int AtOnce = 4;

    public static async Task MeasureAsync()
    {
        var folder = Directory.CreateTempSubdirectory("onevisit-memory-").FullName;
        var highest = 0L;
        await using (var city = await CityProcess.StartAsync(folder))
        {
            Console.WriteLine($"Empty city: {city.Memory()}");
            var key = Convert.FromBase64String(LocalKeys.LoadOrCreate(folder).FrontDoor);
            await SubmitAsync(city, key);
            await AllOpenAsync(city);
            Console.WriteLine($"{Cases} cases open: {city.Memory()}");
            highest = Math.Max(highest, city.HostBytes());
            await AskForWorkAsync(city, key);
            highest = Math.Max(highest, city.HostBytes());
            await city.CloseAsync();
        }
        await using (var again = await CityProcess.StartAsync(folder))
        {
            Console.WriteLine($"Started again in {again.TookToOpen.TotalSeconds:0.0} s: {again.Memory()}");
            await AskForWorkAsync(again, Convert.FromBase64String(LocalKeys.LoadOrCreate(folder).FrontDoor));
            highest = Math.Max(highest, again.HostBytes());
            await again.CloseAsync();
        }
        Console.WriteLine($"Target host < 400 MB: {(highest < 400_000_000 ? "met" : "missed")}");
        Directory.Delete(folder, recursive: true);
    }

    private static async Task SubmitAsync(CityProcess city, byte[] key)
    {
        var start = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(Enumerable.Range(0, Cases), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (person, stop) =>
        {
            using var request = Request(city, HttpMethod.Post, Routes.Cases, Participants.ResidentPrefix + person, key);
            request.Content = JsonContent.Create(Application(person), options: Wire.Json);
            using var taken = await Http.SendAsync(request, stop);
            taken.EnsureSuccessStatusCode();
        });
        Console.WriteLine($"{Cases} submissions, {AtOnce} at once: {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s");
    }

    /// <summary>Until each case lies on a desk.</summary>
    private static async Task AllOpenAsync(CityProcess city)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        using var tick = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while ((await Http.GetFromJsonAsync<JsonObject>(new Uri(city.PublicUrl, "demo/clock/state"), patience.Token))!["work"]!.AsArray().Count < Cases)
            await tick.WaitForNextTickAsync(patience.Token);
    }

    private static async Task AskForWorkAsync(CityProcess city, byte[] key)
    {
        var start = Stopwatch.GetTimestamp();
        using var request = Request(city, HttpMethod.Get, Routes.Work, Participants.StaffPrefix + Journey.Agent, key);
        using var answer = await Http.SendAsync(request);
        var work = (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonArray>())!;
        Console.WriteLine($"The agent's list of {work.Count}: {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s, then {city.Memory()}");
    }

    private static HttpRequestMessage Request(CityProcess city, HttpMethod method, string route, string participant, byte[] key)
    {
        var token = City.TokenOf(participant, key, TimeProvider.System.GetUtcNow().UtcDateTime);
        return new HttpRequestMessage(method, new Uri(city.BackOfficeUrl, Routes.Prefix + route)) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
    }

    private static SubmitCase Application(int person) => new(
        $"benchmark-{person:D10}", "D1.2", "zh-CN", Household, new ApplicantDetails(Resident.Name, People.IdNumberOf(person), Resident.Phone, "370982103201"),
        ["M01", "M02", "M03", "M04", "M05", "M07", "M13"], "2026-1", MandateToAgent: true, Resident.Story);

    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromMinutes(10) };

    private static readonly HouseholdFacts Household = new()
    {
        HasLocalHukou = true, Area = "rural", Members = 4, MonthlyIncome = 1200, FinancialAssets = 0, OwnsCar = false, Homes = 0, OwnsNonResidentialProperty = false, BusinessCapital = 0,
    };
}
