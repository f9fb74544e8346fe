using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace OneVisit.Functions.Directories.Files;

/// <summary>How the parts of a workbook are walked through. Names count without their namespaces: the strict form of the standard has others.</summary>
internal static partial class PartXml
{
    /// <summary>The elements of these names, wherever they stand; each is gone when the next one is asked for.</summary>
    public static IEnumerable<XmlReader> Each(this XmlReader xml, params string[] names)
    {
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && names.Contains(xml.LocalName))
                yield return xml;
        }
    }

    /// <summary>What is in the element, which is read to its end; of a text that is too long for a cell only so much that one sees it.</summary>
    public static string Content(this XmlReader element)
    {
        if (element.IsEmptyElement)
            return "";
        var text = new StringBuilder();
        var (depth, buffer) = (element.Depth, new char[512]);
        while (element.Read() && element.Depth > depth)
        {
            int read;
            while (element.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace && (read = element.ReadValueChunk(buffer, 0, buffer.Length)) > 0)
            {
                if (text.Length <= FileBounds.LongestCell)
                    text.Append(buffer, 0, read);
            }
        }
        return text.ToString();
    }

    /// <summary>Characters that XML cannot hold are written by their numbers: <c>_x000D_</c>.</summary>
    public static string Unescaped(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escape().Replace(text, found => ((char)Convert.ToInt32(found.Groups[1].Value, 16)).ToString())
        : text;

    /// <summary>The other way; a text that looks like such a number stays what it is.</summary>
    public static string Escaped(string text)
    {
        if (text.All(c => c is >= ' ' and < '\uD800' and not '_'))
            return text;
        var plain = Escape().Replace(text, found => "_x005F" + found.Value);
        var safe = new StringBuilder(plain.Length);
        for (var i = 0; i < plain.Length; i++)
        {
            if (char.IsHighSurrogate(plain[i]) && i + 1 < plain.Length && char.IsLowSurrogate(plain[i + 1]))
                safe.Append(plain[i]).Append(plain[++i]);
            else if (XmlConvert.IsXmlChar(plain[i]) && plain[i] != '\r')
                safe.Append(plain[i]);
            else
                safe.Append($"_x{(int)plain[i]:X4}_");
        }
        return safe.ToString();
    }

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escape();
}

/// <summary>The texts that cells refer to by number.</summary>
internal static class SharedTexts
{
    // A city has far fewer different names.
    private const int Most = 1_000_000;

    public static List<string> Read(XmlReader xml)
    {
        var texts = new List<string>();
        foreach (var item in xml.Each("si"))
        {
            if (texts.Count == Most)
                throw new FileTooLargeException($"{Most}");
            texts.Add(Text(item));
        }
        return texts;
    }

    /// <summary>Of an element that holds a text in pieces; how it is to be pronounced (rPh) is left out.</summary>
    public static string Text(XmlReader item)
    {
        if (item.IsEmptyElement)
            return "";
        var text = new StringBuilder();
        var depth = item.Depth;
        while (item.Read() && item.Depth > depth)
        {
            if (item is { NodeType: XmlNodeType.Element, LocalName: "rPh", IsEmptyElement: false })
                item.Content();
            else if (item is { NodeType: XmlNodeType.Element, LocalName: "t" } && item.Content() is var piece && text.Length <= FileBounds.LongestCell)
                text.Append(piece);
        }
        return PartXml.Unescaped(text.ToString());
    }
}
