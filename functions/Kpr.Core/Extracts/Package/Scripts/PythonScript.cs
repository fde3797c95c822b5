using System.Globalization;
using System.Text;

namespace Kpr.Core.Extracts.Package.Scripts;

/// <summary>The script for Python with pandas 2.</summary>
internal static class PythonScript
{
    private const string Body = """"


        def read(name, folder=FOLDER):
            """One table: text stays text, whole numbers are Int64, days and times are dates; what is missing is NA."""
            table = TABLES[name]
            types = {column: "Int64" if kind in ("integer", "year") else "Float64" if kind == "number" else "string"
                     for column, kind in table["types"].items()}
            frame = pd.read_csv(Path(folder) / table["file"], sep=DELIMITER, encoding="utf-8", dtype=types,
                                keep_default_na=False, na_values=[""])
            for column, kind in table["types"].items():
                if kind == "date":
                    frame[column] = pd.to_datetime(frame[column], format="%Y-%m-%d")
                elif kind == "datetime":
                    frame[column] = pd.to_datetime(frame[column].str.slice(0, 19), format="ISO8601")
                elif kind == "yearmonth":
                    frame[column] = pd.to_datetime(frame[column], format="%Y-%m").dt.to_period("M")
            frame.attrs["label"] = table["label"]
            frame.attrs["labels"] = table["labels"]
            frame.attrs["codes"] = table["codes"]
            return frame


        def with_names(name, frame):
            """The same table with the names of codes in place of the codes. A code without a name stays as it is."""
            frame = frame.copy()
            for column, names in TABLES[name]["codes"].items():
                frame[column] = frame[column].map(lambda code, names=names: code if pd.isna(code) else names.get(code, code))
            return frame


        if __name__ == "__main__":
            for name in TABLES:
                print(name, read(name).shape)

        """";

    public static string Of(Codebook codebook, PackageLanguage language)
    {
        var text = new StringBuilder("# ").Append(ScriptText.Head(codebook)).Append("\nfrom pathlib import Path\n\nimport pandas as pd\n\n")
            .Append("FOLDER = Path(__file__).resolve().parent\nDELIMITER = ").Append(Quote(codebook.Delimiter.ToString())).Append("\n\nTABLES = {\n");
        foreach (var table in codebook.Tables)
        {
            Write(text, table, language);
        }

        return text.Append("}\n").Append(Body.Replace("\r", "", StringComparison.Ordinal)).ToString();
    }

    private static void Write(StringBuilder text, CodebookTable table, PackageLanguage language)
    {
        text.Append(CultureInfo.InvariantCulture, $"    {Quote(table.Table.Name)}: {{\n        \"file\": {Quote(table.File.Name)},\n")
            .Append(CultureInfo.InvariantCulture, $"        \"label\": {Quote(ScriptText.Label(table.Table, language))},\n        \"types\": {{\n");
        foreach (var column in table.Table.Columns)
        {
            text.Append(CultureInfo.InvariantCulture, $"            {Quote(column.Name)}: {Quote(column.Type)},\n");
        }

        text.Append("        },\n        \"labels\": {\n");
        foreach (var column in table.Table.Columns)
        {
            text.Append(CultureInfo.InvariantCulture, $"            {Quote(column.Name)}: {Quote(ScriptText.Label(column, language))},\n");
        }

        text.Append("        },\n        \"codes\": {\n");
        foreach (var column in table.Table.Columns.Where(column => ScriptText.Codes(column).Any()))
        {
            text.Append(CultureInfo.InvariantCulture, $"            {Quote(column.Name)}: {{\n");
            foreach (var (code, name) in ScriptText.Codes(column))
            {
                text.Append(CultureInfo.InvariantCulture, $"                {(ScriptText.IsNumber(column) ? code : Quote(code))}: {Quote(name)},\n");
            }

            text.Append("            },\n");
        }

        text.Append("        },\n    },\n");
    }

    private static string Quote(string text) =>
        $"\"{ScriptEscapes.Control(text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal))}\"";
}
