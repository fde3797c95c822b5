using System.Text;

namespace Kpr.Infra.Tests.Bicep;

/// <summary>Cuts Bicep into tokens. Line ends count: they separate declarations, properties and items.</summary>
internal sealed class BicepLexer(string text, string file, int firstLine = 1)
{
    private static readonly string[] Pairs = ["!=", "==", "=~", "!~", ">=", "<=", "&&", "||", "??", ".?", "::", "=>"];

    private readonly List<BicepToken> _tokens = [];
    private int _at;
    private int _line = firstLine;

    public IReadOnlyList<BicepToken> Run()
    {
        while (_at < text.Length)
        {
            Next();
        }

        _tokens.Add(new BicepToken(TokenKind.Line, "", _line));
        _tokens.Add(new BicepToken(TokenKind.End, "", _line));
        return _tokens;
    }

    private char Peek(int ahead = 0) => _at + ahead < text.Length ? text[_at + ahead] : '\0';

    private void Add(TokenKind kind, string value, IReadOnlyList<string>? parts = null) => _tokens.Add(new BicepToken(kind, value, _line, parts));

    private void Next()
    {
        var c = Peek();
        if (c == '\n')
        {
            Add(TokenKind.Line, "");
            _line++;
            _at++;
        }
        else if (c is ' ' or '\t' or '\r')
        {
            _at++;
        }
        else if ((c == '/' && Peek(1) == '/') || c == '#')
        {
            _at = text.IndexOf('\n', _at) is var end and >= 0 ? end : text.Length;
        }
        else if (c == '\'')
        {
            Text();
        }
        else if (char.IsAsciiDigit(c))
        {
            Add(TokenKind.Number, Take(char.IsAsciiDigit));
        }
        else if (char.IsAsciiLetter(c) || c == '_')
        {
            Add(TokenKind.Name, Take(x => char.IsAsciiLetterOrDigit(x) || x == '_'));
        }
        else
        {
            var pair = Pairs.FirstOrDefault(pair => text.AsSpan(_at).StartsWith(pair, StringComparison.Ordinal));
            var symbol = pair ?? ("{}[]().,:=@!?<>+-*/%".Contains(c, StringComparison.Ordinal) ? c.ToString() : throw Fault($"unexpected '{c}'"));
            Add(TokenKind.Symbol, symbol);
            _at += symbol.Length;
        }
    }

    private string Take(Func<char, bool> belongs)
    {
        var start = _at;
        while (_at < text.Length && belongs(text[_at]))
        {
            _at++;
        }

        return text[start.._at];
    }

    private void Text()
    {
        if (Peek(1) == '\'' && Peek(2) == '\'')
        {
            throw Fault("multi-line strings are not in the syntax that every reader of these files knows");
        }

        _at++;
        var parts = new List<string>();
        var part = new StringBuilder();
        while (Peek() != '\'')
        {
            if (Peek() is '\n' or '\0')
            {
                throw Fault("the string does not end on its line");
            }

            if (Peek() == '\\')
            {
                part.Append(Peek(1) switch { 'n' => '\n', 't' => '\t', 'r' => '\r', '\'' or '\\' or '$' => Peek(1), _ => throw Fault($"unknown escape \\{Peek(1)}") });
                _at += 2;
            }
            else if (Peek() == '$' && Peek(1) == '{')
            {
                parts.Add(part.ToString());
                part.Clear();
                parts.Add(Interpolated());
            }
            else
            {
                part.Append(Peek());
                _at++;
            }
        }

        _at++;
        parts.Add(part.ToString());
        Add(TokenKind.Text, parts.Count == 1 ? parts[0] : "", parts);
    }

    private string Interpolated()
    {
        var start = _at += 2;
        for (var depth = 1; depth > 0; _at++)
        {
            var c = Peek();
            if (c == '\'')
            {
                _at = text.IndexOf('\'', _at + 1);
            }

            depth += c switch { '{' => 1, '}' => -1, '\0' or '\n' => throw Fault("the expression in a string does not end on its line"), _ => 0 };
        }

        return text[start..(_at - 1)];
    }

    private BicepSyntaxException Fault(string what) => new($"{file}({_line}): {what}.");
}
