using System.Diagnostics;
using OneVisit.Domain.Identity;
using OpenTelemetry;

namespace OneVisit.Hosting;

/// <summary>
/// The last net of traces: what looks like somebody's number in a span's name, status or tags is masked before it is exported, and of addresses a part that had to be escaped is left
/// out: nothing of ours is written so, a name that somebody typed is; and so is what opens something by itself. A span with a number in one of its events, which nobody can change any more, is not exported.
/// </summary>
public sealed class ScrubbedSpans : BaseProcessor<Activity>
{
    private static readonly string[] Addresses = ["url.full", "url.path", "url.query", "http.url", "http.target"];

    public override void OnEnd(Activity data)
    {
        data.DisplayName = WrittenNumbers.Masked(data.DisplayName);
        if (data.StatusDescription is { } status && WrittenNumbers.Masked(status) is var told && told != status)
            data.SetStatus(data.Status, told);
        foreach (var (name, value) in data.TagObjects.ToArray())
        {
            if (value is string text && WrittenNumbers.Masked(Addresses.Contains(name) ? Plain(text) : text) is var masked && masked != text)
                data.SetTag(name, masked);
        }
        if (data.Events.SelectMany(happened => happened.Tags).Any(tag => tag.Value is string text && WrittenNumbers.Masked(text) != text))
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
    }

    private static string Plain(string address) => KeysInAddresses.Masked(string.Join('/', address.Split('/').Select(part => part.Contains('%', StringComparison.Ordinal) ? "…" : part)));
}
