using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using OneVisit.Domain.Cases;
using OneVisit.Storage;

namespace OneVisit.EndToEnd.Tests.Crash;

/// <summary>
/// Lets time pass: five minutes now and then, so that what the clockwork looks after every five minutes is looked after; and the days of a
/// public notice once nothing is left but to wait for them.
/// </summary>
internal sealed class Days(CrashCity city, IReadOnlyList<Applicant> applicants, Action<string> say) : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private const int LooksPerFiveMinutes = 5;

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(30), DefaultRequestHeaders = { { "X-OneVisit-Page", "1" } } };
    private readonly HashSet<string> _closed = [];

    /// <summary>Returns when every case is closed.</summary>
    public async Task PassAsync(Task allSubmitted, CancellationToken stop)
    {
        for (var look = 1; ; look++)
        {
            var hanging = await LookAsync(stop);
            if (allSubmitted.IsCompleted && _closed.Count == applicants.Count) return;
            if (allSubmitted.IsCompleted && _closed.Count + hanging == applicants.Count)
            {
                say($"  {_closed.Count} closed, {hanging} public notices hang: eight days pass");
                await MoveAsync(TimeSpan.FromDays(8), stop);
            }
            else if (look % LooksPerFiveMinutes == 0)
            {
                await MoveAsync(TimeSpan.FromMinutes(5), stop);
            }
            await Patiently.PassAsync(Look, stop);
        }
    }

    public void Dispose() => _http.Dispose();

    /// <returns>How many only wait for the end of their public notice.</returns>
    private async Task<int> LookAsync(CancellationToken stop)
    {
        var (journal, hanging) = (new CaseJournal(city.Storage), 0);
        foreach (var caseId in applicants.SelectMany(applicant => applicant.CaseIds).Where(caseId => !_closed.Contains(caseId)))
        {
            var events = (await Patiently.TryAsync(async () => await journal.ReadAsync(caseId, stop), stop)).Entries.Select(entry => entry.Event).ToArray();
            if (events.OfType<Closed>().Any()) _closed.Add(caseId);
            else if (events.LastOrDefault() is PublicNoticeOpened) hanging++;
        }
        return hanging;
    }

    private Task MoveAsync(TimeSpan by, CancellationToken stop)
    {
        var to = (city.Now + by).ToString("O", CultureInfo.InvariantCulture);
        return Patiently.TryAsync(async () =>
        {
            using var moved = await _http.PostAsJsonAsync(new Uri(city.PublicUrl, "demo/clock"), new { to }, stop);
            return moved.IsSuccessStatusCode ? await moved.Content.ReadFromJsonAsync<JsonObject>(stop) : null;
        }, stop);
    }
}
