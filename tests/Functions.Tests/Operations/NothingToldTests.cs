using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Tests.Board;
using OneVisit.Functions.Tests.Running;
using OneVisit.Hosting;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Operations;

/// <summary>A course in which everything goes wrong: nothing that is left of it, and nothing that is told of it, holds a number, a telephone or a name.</summary>
[Collection(AloneCollection.Name)]
public sealed class NothingToldTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private const string Typed = "371426198203154417";
    private const string OtherPhone = "13900001111";
    private const string Objector = "刘大嘴";

    private static readonly string[] Secrets = [Applications.IdNumber, Applications.Phone, Applications.Name, Typed, OtherPhone, Objector];

    [Fact]
    public async Task Nowhere_is_a_person_told_when_everything_goes_wrong()
    {
        using var telemetry = new Overheard();
        await using var office = await Office.OpenAsync(azurite);
        await EverythingGoesWrongAsync(office);

        var places = new List<string>();
        places.AddRange(office.Logs.Lines.Select(line => "log " + line));
        places.AddRange(telemetry.Told);
        places.AddRange(await TablesAsync());
        places.AddRange(await BlobsAsync());
        places.AddRange(await QueuesAsync());

        Assert.Contains(telemetry.Told, told => told.StartsWith("span", StringComparison.Ordinal));
        Assert.Contains(telemetry.Told, told => told.StartsWith("figure", StringComparison.Ordinal));
        Assert.Empty(places.Where(place => Secrets.Any(secret => place.Contains(secret, StringComparison.Ordinal))).Select(place => place[..Math.Min(place.Length, 300)]));
        Assert.DoesNotContain(office.Logs.Lines, line => line.Contains(ScrubbedLogs.Mark, StringComparison.Ordinal));
    }

    private static async Task EverythingGoesWrongAsync(Office office)
    {
        var journey = await NoticeTests.HangingAsync(office);
        var words = $"他家不符合，{Objector}可以作证，身份证{Typed}";
        var objection = (await NoticeTests.BoardOf(office, Town.Village)).Notices[0].Number;
        await TryAsync(office, HttpMethod.Post, Routes.Objections, null, new RaiseObjection(Guid.NewGuid().ToString(), objection, words, Objector, OtherPhone));
        await TryAsync(office, HttpMethod.Post, Routes.Complaints, null, new FileComplaint(Guid.NewGuid().ToString(), "complaint", $"办事员记错了我的号码{Typed}", journey.CaseId, $"{Objector} {OtherPhone}"));
        // Numbers where none belong: addresses, queries, codes, bodies that are none.
        foreach (var route in (string[])[$"cases/{Typed}", $"cases/{journey.CaseId}?who={Typed}", $"verify/{Typed}", $"complaints/{Typed}", $"notices/villages/{Typed}", $"audit/{Typed}", $"cases/{journey.CaseId}/documents/{OtherPhone}", $"cases/{journey.CaseId}/tasks/{Typed}"])
            await TryAsync(office, HttpMethod.Get, route, Town.Reviewer);
        await TryAsync(office, HttpMethod.Post, Routes.Cases, Town.Resident, new StringContent($"{{\"applicant\":{{\"idNumber\":\"{Typed}\"", Encoding.UTF8, "application/json"));
        await TryAsync(office, HttpMethod.Post, Routes.Cases, Town.Resident, Applications.Ordinary() with { Applicant = new(Objector, Typed[..^1] + "9", OtherPhone, "nowhere") });
        await TryAsync(office, HttpMethod.Post, $"cases/{journey.CaseId}/tasks/decide-r1/outcome", Town.Officer, new TaskOutcome(ActNames.Refuse, Reason: words));
        var badFile = new ByteArrayContent(Encoding.UTF8.GetBytes($"no photo of {Typed}"));
        badFile.Headers.Add(Headers.Material, "M04");
        badFile.Headers.Add(Headers.FileName, Uri.EscapeDataString($"{Applications.Name} {Applications.IdNumber}.jpg"));
        await TryAsync(office, HttpMethod.Post, $"cases/{journey.CaseId}/documents", Town.Resident, badFile);
        var photo = new ByteArrayContent(SampleFiles.Photo());
        photo.Headers.Add(Headers.Material, "M04");
        photo.Headers.Add(Headers.FileName, Uri.EscapeDataString($"{Applications.Name} {Applications.IdNumber}.jpg"));
        await TryAsync(office, HttpMethod.Post, $"cases/{journey.CaseId}/documents", Town.Resident, photo);
        await TryAsync(office, HttpMethod.Post, Routes.Holds, Town.Reviewer, new PlaceHold(null, Applications.IdNumber, "法院", "案件还在审理"));
        await TryAsync(office, HttpMethod.Post, Routes.Exports, Town.Reviewer, new ExportPerson(Applications.IdNumber, "本人书面申请", Applications.Name));
        await TryAsync(office, HttpMethod.Get, Routes.MyExport, Town.Resident);
        await office.SettleAsync();
    }

    private static async Task TryAsync(Office office, HttpMethod method, string route, string? who, object? body = null)
    {
        using var answer = await office.SendAsync(method, route, who, body);
        await answer.Content.ReadAsByteArrayAsync();
    }

    private async Task<List<string>> TablesAsync()
    {
        var service = new TableServiceClient(azurite.ConnectionString);
        var found = new List<string>();
        await foreach (var table in service.QueryAsync())
        {
            await foreach (var row in service.GetTableClient(table.Name).QueryAsync<TableEntity>())
                found.Add($"table {table.Name} {string.Join(' ', row.Select(column => $"{column.Key}={column.Value}"))}");
        }
        return found;
    }

    private async Task<List<string>> BlobsAsync()
    {
        var service = new BlobServiceClient(azurite.ConnectionString);
        var found = new List<string>();
        await foreach (var container in service.GetBlobContainersAsync())
        {
            await foreach (var blob in service.GetBlobContainerClient(container.Name).GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, null, default))
                found.Add($"blob {blob.Name} {string.Join(' ', blob.Metadata ?? new Dictionary<string, string>())} {blob.Properties.ContentType}");
        }
        return found;
    }

    private async Task<List<string>> QueuesAsync()
    {
        var service = new QueueServiceClient(azurite.ConnectionString, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        var found = new List<string>();
        await foreach (var queue in service.GetQueuesAsync())
        {
            foreach (var message in (await service.GetQueueClient(queue.Name).PeekMessagesAsync(32)).Value)
                found.Add("queue " + message.Body);
        }
        return found;
    }

    /// <summary>Every span with its tags, events and baggage, and every measurement with its tags, of this process while it listens.</summary>
    private sealed class Overheard : IDisposable
    {
        private readonly ConcurrentQueue<string> told = new();
        private readonly ActivityListener spans;
        private readonly MeterListener figures = new();

        public Overheard()
        {
            spans = new ActivityListener
            {
                ShouldListenTo = _ => true,
                Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = Note,
            };
            ActivitySource.AddActivityListener(spans);
            figures.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
            figures.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Note(instrument, tags));
            figures.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Note(instrument, tags));
            figures.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Note(instrument, tags));
            figures.Start();
        }

        public IReadOnlyCollection<string> Told => told;

        public void Dispose()
        {
            spans.Dispose();
            figures.Dispose();
        }

        // What a library notes of an address passes the net before it is exported, as in the program. Our own spans have to do without it.
        private void Note(Activity span)
        {
            if (!span.Source.Name.StartsWith("OneVisit", StringComparison.Ordinal))
                new ScrubbedSpans().OnEnd(span);
            told.Enqueue($"span {span.DisplayName} {span.StatusDescription} {string.Join(' ', span.TagObjects)} {string.Join(' ', span.Baggage)} {string.Join(' ', span.Events.SelectMany(happened => happened.Tags))}");
        }

        private void Note(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) => told.Enqueue($"figure {instrument.Name} {string.Join(' ', tags.ToArray())}");
    }
}
