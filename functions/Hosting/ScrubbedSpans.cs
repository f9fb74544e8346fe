using System.Diagnostics;
using OneVisit.Domain.Identity;
using OpenTelemetry;

namespace OneVisit.Hosting;

/// <summary>The last net of traces: what looks like somebody's number in a span's name, status or tags is masked before it is exported.</summary>
public sealed class ScrubbedSpans : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        data.DisplayName = WrittenNumbers.Masked(data.DisplayName);
        if (data.StatusDescription is { } status && WrittenNumbers.Masked(status) is var told && told != status)
            data.SetStatus(data.Status, told);
        foreach (var (name, value) in data.TagObjects.ToArray())
        {
            if (value is string text && WrittenNumbers.Masked(text) is var masked && masked != text)
                data.SetTag(name, masked);
        }
    }
}
