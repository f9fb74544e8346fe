using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using OneVisit.Contracts;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Operations;

[Collection(AloneCollection.Name)]
public sealed class TracingTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    [Fact]
    public async Task A_trace_goes_from_the_request_through_the_process_to_the_notice()
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        await using var office = await Office.OpenAsync(azurite);
        var trace = ActivityTraceId.CreateRandom();
        using var request = new HttpRequestMessage(HttpMethod.Post, Routes.Prefix + Routes.Cases)
        {
            Content = JsonContent.Create(Applications.Ordinary(), options: Wire.Json),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", office.Token(Town.Resident));
        request.Headers.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");

        using var answer = await office.SendRawAsync(request);
        await office.SettleAsync();
        var caseId = (await Office.ReadAsync<CaseReceipt>(answer)).CaseId;
        var notice = (await Journey.Of(office, caseId).NoticesAsync()).First(notice => notice.Kind == NoticeKinds.CaseAccepted);

        Assert.Contains(trace.ToString(), notice.TraceParent, StringComparison.Ordinal);
    }
}
