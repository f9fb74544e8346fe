using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace OneVisit.Local.DirectLine.Conversations;

/// <summary>What a page receives: activities and the watermark to ask from next time.</summary>
internal static class ActivitySet
{
    public static ReadOnlyMemory<byte> Of(IEnumerable<ReadOnlyMemory<byte>> activities, long watermark)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartArray("activities"u8);
            foreach (var activity in activities) json.WriteRawValue(activity.Span, skipInputValidation: true);
            json.WriteEndArray();
            json.WriteString("watermark"u8, watermark.ToString(CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
