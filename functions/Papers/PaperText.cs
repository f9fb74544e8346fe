using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace OneVisit.Papers;

/// <summary>The Chinese words of a paper, which are what counts, without layout and without the English beneath.</summary>
public static class PaperText
{
    /// <summary>Base64url of SHA-256 of the words. The same words give the same, whenever and for whomever they are printed.</summary>
    /// <param name="above">What the blocks do not say of themselves: version, number, title.</param>
    public static string FingerprintOf(string above, IEnumerable<Block> blocks)
    {
        var content = new StringBuilder(above);
        foreach (var words in blocks.SelectMany(Of))
            content.Append(words).Append('\u001F');
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString())));
    }

    private static IEnumerable<string> Of(Block block) => block switch
    {
        Block.Heading heading => [heading.Words.Words],
        Block.Paragraph paragraph => [paragraph.Words.Words],
        Block.Centred centred => [centred.Words.Words],
        Block.Points points => points.Items.Select(item => item.Words),
        Block.Fields fields => fields.Rows.SelectMany(row => new[] { row.Label.Words, row.Value.Words }),
        Block.Table table => table.Columns.Select(column => column.Head.Words).Concat(table.Rows.SelectMany(row => row).Select(cell => cell.Words)),
        Block.Checks checks => checks.Items.Select(item => (item.Ticked ? "1" : "0") + item.Words.Words),
        Block.Signature signature => [signature.Label.Words],
        _ => throw new NotSupportedException(block.GetType().Name),
    };
}
